/** Settings that cannot be run. The message is one line that names the setting and the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

import { expect, it } from 'vitest';
import { mathml } from '../../src/site/mathml.ts';

it('sets a word over an arrow that is as wide as it, whatever fonts there are', () => {
  const html = mathml(String.raw`X \xrightarrow{\text{simulate}} Y`, { block: true });
  expect(html).toContain('<mover><mo stretchy="false">⟶</mo><mtext>simulate</mtext></mover>');
  expect(html).not.toMatch(/mpadded|stretchy="true"/);
});

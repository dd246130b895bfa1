import { expect, it } from 'vitest';
import { mathml } from '../../src/site/mathml.ts';

it('sets a word over an arrow that is as wide as it, whatever fonts there are', () => {
  const html = mathml(String.raw`X \xrightarrow{\text{simulate}} Y`, { block: true });
  const room = '<mspace width="0.3em"/>';
  expect(html).toContain(
    `<mover><mo stretchy="false">⟶</mo><mrow>${room}<mtext>simulate</mtext>${room}</mrow></mover>`,
  );
  expect(html).not.toMatch(/mpadded|stretchy="true"/);
});

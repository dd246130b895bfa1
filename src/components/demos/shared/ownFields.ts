import { sameData } from '../../../lib/sameData.ts';
import type { Params, ParameterSpec } from '../../../lib/types.ts';
import {
  parameterField,
  type NumberField,
  type Settings,
  type When,
} from '../../../settings/fields.ts';

/** An entry of a menu that asks for numbers of its own. */
interface Owner {
  readonly id: string;
  readonly specs: readonly ParameterSpec[];
}

/** The numbers that entries of menus ask for: a field each, in use while its owner is chosen. */
export interface OwnFields {
  readonly fields: readonly (NumberField & { readonly when: When })[];
  /** What the fields say of the numbers of an entry. */
  valuesOf(menu: string, owner: Owner, settings: Settings): Params;
}

/** What makes two numbers one field; they may differ in their defaults. */
const nature = ({ default: _, ...spec }: ParameterSpec) => spec;

/** An id as it may stand in the name of a field. */
export const inName = (id: string) => id.replace(/[^a-z\d]/g, '');

/**
 * Entries of one menu that describe a number alike share its field, with the first one’s default.
 * Any other number of the same name, or of a name that is `taken`, has the owner’s id behind it.
 */
export function ownFields(
  menus: Readonly<Record<string, readonly Owner[]>>,
  taken: readonly string[],
): OwnFields {
  const made: { menu: string; spec: ParameterSpec; name: string; owners: string[] }[] = [];
  const slotOf = (menu: string, owner: string, name: string) => {
    const slot = made.find(
      (one) => one.menu === menu && one.spec.name === name && one.owners.includes(owner),
    );
    if (!slot) throw new Error(`no field for ${name} of ${owner}`);
    return slot;
  };
  for (const [menu, owners] of Object.entries(menus)) {
    for (const { id, specs } of owners) {
      for (const spec of specs) {
        const shared = made.find(
          (one) => one.menu === menu && sameData(nature(one.spec), nature(spec)),
        );
        if (shared) shared.owners.push(id);
        else {
          const isFree = ![...taken, ...made.map(({ name }) => name)].includes(spec.name);
          const name = isFree ? spec.name : spec.name + inName(id);
          made.push({ menu, spec, name, owners: [id] });
        }
      }
    }
  }
  return {
    fields: made.map(({ menu, spec, name, owners }) => ({
      ...parameterField(spec, { name }),
      when: { fields: [menu], values: owners },
    })),
    valuesOf: (menu, { id, specs }, settings) =>
      Object.fromEntries(
        specs.map(({ name }) => [name, Number(settings[slotOf(menu, id, name).name])]),
      ),
  };
}

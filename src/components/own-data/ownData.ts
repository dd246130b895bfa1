import { found } from '../island/found.ts';
import '../../lib/withLognormals.ts';
import { failureText } from '../../lib/failures.ts';
import type { Lognormal3 } from '../../lib/families/lognormal3.ts';
import type { Answer } from '../../lib/fitAll.ts';
import { moments, standardDeviation } from '../../lib/moments.ts';
import { columnReader, type ReadColumn } from '../../lib/readColumn.ts';
import { valuesOf } from '../../lib/recursion.ts';
import { ownDataFigure } from '../figures/ownData.ts';
import { count, plural, short } from '../charts/words.ts';
import { chosenText } from '../island/chosenFile.ts';
import { save } from '../island/download.ts';
import { fillTable, toCsv } from '../island/table.ts';
import { inStretches } from '../island/stretches.ts';
import { Cancelled, Workshop } from '../island/workshop.ts';

const MOST_VALUES = 100_000;
/** A longer text would keep the page busy if it were put into the box. */
const MOST_SHOWN = 10_000;
const MOST_BYTES = 20e6;

const CHOICES: Readonly<Record<string, string>> = {
  all: 'all columns',
  comma: 'one column, decimal commas',
};

const EXAMPLE = {
  family: 'lognormal3',
  truth: { threshold: 10, meanlog: 2, sdlog: 0.5 },
  estimator: 'mle',
  regime: 'replace',
  n: 200,
  generations: 1,
  seed: 'example',
  stream: 'keyed',
};

/** What a reader can ask of the box. */
export interface Box {
  fit(): Promise<void>;
  open(file: File): Promise<void>;
  example(): Promise<void>;
}

/** Brings the box to life. */
export function start(root: HTMLElement): Box {
  const part = <E extends HTMLElement>(role: string) => found<E>(root, `[data-role="${role}"]`);
  const text = part<HTMLTextAreaElement>('text');
  const column = part<HTMLSelectElement>('column');
  const workshop = new Workshop();
  let turn = 0;
  /** A file too long for the box. */
  let held = '';
  let answers: readonly Answer<Lognormal3>[] = [];
  let values = new Float64Array(0);

  const say = (lines: readonly string[]) =>
    part('problems').replaceChildren(
      ...lines.map((line) => {
        const p = document.createElement('p');
        p.textContent = line;
        return p;
      }),
    );

  const draw = () => {
    if (part('outcome').hidden) return;
    const box = part('plot');
    const width = Math.max(240, Math.floor(box.clientWidth));
    const height = box.clientHeight;
    box.replaceChildren(
      ownDataFigure.draw({ values, answers }, 0, { width, height, document, uid: 'own-data' }).svg,
    );
  };

  const fit = async () => {
    const mine = ++turn;
    workshop.cancel();
    say(['Reading …']);
    const read = await inStretches(
      columnReader(held || text.value, { pick: column.value, most: MOST_VALUES }),
      () => mine === turn,
    );
    if (mine !== turn || !read) return;
    offer(read);
    const { problems, bad, notes, more } = read;
    const finite = read.values.filter((x) => x - x === 0);
    const lines = [...notes, ...problems.map((problem) => `Left out, ${problem}.`)];
    if (bad > problems.length)
      lines.push(`… and ${count(bad - problems.length)} more cells like these.`);
    if (finite.length < read.values.length)
      lines.push(
        `Left out: ${plural(read.values.length - finite.length, 'value')} that cannot be a finite number.`,
      );
    if (more) lines.push(`Only the first ${count(MOST_VALUES)} cells are read: there are more.`);
    const hindrance = hindranceOf(finite);
    if (hindrance) {
      say([...lines, hindrance]);
      part('outcome').hidden = true;
      return;
    }
    say([...lines, 'Fitting …']);
    try {
      const found = await workshop.run(
        'fits',
        { family: 'lognormal3', values: finite },
        { onProgress: () => undefined },
      );
      // The family asked for above is the lognormal.
      [answers, values] = [found as readonly Answer<Lognormal3>[], finite];
    } catch (error) {
      if (error instanceof Cancelled) return;
      throw error;
    }
    say(lines);
    part('outcome').hidden = false;
    const result = { values, answers };
    part('takeaway').textContent = ownDataFigure.takeaway(result, 0);
    part('caption').textContent = ownDataFigure.note?.(result) ?? '';
    fillTable(part('table'), 'The fits', shownTable(answers));
    const found = moments(values);
    part<HTMLAnchorElement>('lab').search =
      `run.n=${found.n}&run.mu=${found.mean}&run.sigma=${standardDeviation(found, found.n - 1)}`;
    draw();
  };

  /** Shows what else may be read of the text, if there is anything. */
  const offer = ({ choices, names, pick }: ReadColumn) => {
    column.replaceChildren(
      ...choices.map((choice) => {
        const name = names[Number(choice) - 1];
        return new Option(
          CHOICES[choice] ?? `column ${choice}${name ? `: ${name.slice(0, 40)}` : ''}`,
          choice,
          false,
          choice === pick,
        );
      }),
    );
    column.parentElement?.toggleAttribute('hidden', choices.length === 0);
  };

  const take = (content: string, place = '') => {
    column.replaceChildren();
    held = content.length > MOST_SHOWN ? content : '';
    text.value = held ? '' : content;
    text.placeholder = held && place;
    return fit();
  };

  text.addEventListener('input', () => {
    column.replaceChildren();
    held = text.placeholder = '';
  });
  column.addEventListener('change', () => root.dispatchEvent(new Event('fit')));
  part('csv').addEventListener('click', () =>
    save(
      new Blob([toCsv(ownDataFigure.table({ values, answers }, 0))], {
        type: 'text/csv;charset=utf-8',
      }),
      'lognormal-fits.csv',
    ),
  );
  new ResizeObserver(draw).observe(part('plot'));

  return {
    fit,
    async open(file) {
      const mine = ++turn;
      const { name, size } = file;
      if (size > MOST_BYTES)
        return say([`${name} is too large: files of up to ${MOST_BYTES / 1e6} MB are read.`]);
      const read = await chosenText(file);
      if (mine !== turn) return;
      if ('why' in read)
        return say([
          read.why === 'no text'
            ? `${name} is not a text file: save the numbers as text or CSV first.`
            : `The file ${name} could not be read.`,
        ]);
      return take(read.text, `The numbers of ${name} are read from the file: too many to show.`);
    },
    example: () => take([...valuesOf(EXAMPLE, 1, null)].map((x) => x.toFixed(2)).join('\n')),
  };
}

/** Why these values have no picture, or null. */
function hindranceOf(values: Float64Array): string | null {
  if (values.length < 3) return 'Three numbers at least are needed: paste them above, one a line.';
  let low = Infinity;
  let high = -Infinity;
  for (const x of values) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (low === high) return failureText('all-equal');
  const drawable = high - low > 1e-100 && Math.max(high, -low) < 1e100;
  return drawable
    ? null
    : 'These numbers are too large or too close together for a picture: give them in another unit.';
}

/** The table as read on the page: three digits, and reasons in words. */
function shownTable(answers: readonly Answer<Lognormal3>[]) {
  return {
    columns: ['method', 'θ', 'ζ', 'σ', 'log-likelihood'],
    rows: answers.map(({ estimator, fit, logLikelihood, standardErrors }) => {
      if (!fit.ok) return [estimator.label, failureText(fit.reason)];
      const cell = (name: keyof Lognormal3) => {
        const error = standardErrors?.[name];
        const value = short(fit.model[name]);
        return error === undefined ? value : `${value} ± ${short(error)}`;
      };
      return [
        estimator.label,
        cell('threshold'),
        cell('meanlog'),
        cell('sdlog'),
        logLikelihood !== null && Number.isFinite(logLikelihood)
          ? short(logLikelihood)
          : 'a value lies below θ',
      ];
    }),
  };
}

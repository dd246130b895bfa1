import '../../lib/withLognormals.ts';
import { failureText } from '../../lib/failures.ts';
import { fitAll, type Answer } from '../../lib/fitAll.ts';
import { readColumn } from '../../lib/readColumn.ts';
import { valuesOf } from '../../lib/recursion.ts';
import { ownDataFigure } from '../figures/ownData.ts';
import { count, plural, short } from '../figures/words.ts';
import { save } from './download.ts';
import { fillTable, toCsv } from './table.ts';

const MOST_VALUES = 100_000;
/** Bad cells that are named one by one. */
const MOST_PROBLEMS = 5;

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

/** Brings the box to life. */
export function start(root: HTMLElement): void {
  const part = <E extends HTMLElement>(role: string) =>
    root.querySelector<E>(`[data-role="${role}"]`)!;
  const text = part<HTMLTextAreaElement>('text');
  const form = root.querySelector('form')!;
  let answers: readonly Answer[] = [];
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
    box.replaceChildren(
      ownDataFigure.draw({ values, answers }, 0, { width, document, uid: 'own-data' }),
    );
  };

  const show = () => {
    const { problems, values: read } = readColumn(text.value, { manyALine: true });
    const finite = read.filter((x) => x - x === 0);
    const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => `Left out, ${problem}.`);
    if (problems.length > MOST_PROBLEMS)
      lines.push(`… and ${count(problems.length - MOST_PROBLEMS)} more lines like these.`);
    if (finite.length < read.length)
      lines.push(
        `Left out: ${plural(read.length - finite.length, 'value')} that cannot be a finite number.`,
      );
    if (finite.length > MOST_VALUES)
      lines.push(
        `Only the first ${count(MOST_VALUES)} of ${count(finite.length)} values are used.`,
      );
    values = finite.slice(0, MOST_VALUES);
    const hindrance = hindranceOf(values);
    if (hindrance) {
      say([...lines, hindrance]);
      part('outcome').hidden = true;
      return;
    }
    say(lines);
    answers = fitAll('lognormal3', values);
    part('outcome').hidden = false;
    const result = { values, answers };
    part('takeaway').textContent = ownDataFigure.takeaway(result, 0);
    part('caption').textContent = ownDataFigure.caption(result, 0);
    fillTable(part('table'), 'The fits', shownTable(answers));
    draw();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  part<HTMLInputElement>('file').addEventListener('change', (event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    file.text().then(
      (content) => {
        text.value = content;
        show();
      },
      () => say([`The file ${file.name} could not be read.`]),
    );
  });
  part('example').addEventListener('click', () => {
    text.value = [...valuesOf(EXAMPLE, 1, null)].map((x) => x.toFixed(2)).join('\n');
    show();
  });
  part('csv').addEventListener('click', () =>
    save(
      new Blob([toCsv(ownDataFigure.table({ values, answers }, 0))], {
        type: 'text/csv;charset=utf-8',
      }),
      'lognormal-fits.csv',
    ),
  );
  new ResizeObserver(draw).observe(part('plot'));
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
function shownTable(answers: readonly Answer[]) {
  return {
    columns: ['method', 'θ', 'ζ', 'σ', 'log-likelihood'],
    rows: answers.map(({ estimator, fit, logLikelihood, standardErrors }) => {
      if (!fit.ok) return [estimator.label, failureText(fit.reason), '', '', ''];
      const cell = (name: string) => {
        const error = standardErrors?.[name];
        const value = short(fit.params[name]!);
        return error === undefined ? value : `${value} ± ${short(error)}`;
      };
      return [
        estimator.label,
        cell('threshold'),
        cell('meanlog'),
        cell('sdlog'),
        Number.isFinite(logLikelihood) ? short(logLikelihood!) : 'a value lies below θ',
      ];
    }),
  };
}

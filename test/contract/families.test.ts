import { families } from '../../src/lib/families/index.ts';
import { describeFamily } from './familyContract.ts';

families.all.forEach(describeFamily);

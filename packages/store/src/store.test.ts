import { openLibsql } from './libsql.ts';
import { describeStore } from './testing/conformance.ts';

describeStore('libSQL', () => openLibsql(':memory:'), 30);

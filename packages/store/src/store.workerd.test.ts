import { d1Driver } from './d1.ts';
import { describeStore } from './testing/conformance.ts';
import { database, migrated } from './testing/d1.workerd.ts';

describeStore(
  'D1',
  async () => {
    await migrated();
    return { driver: d1Driver(database), close: () => {} };
  },
  5,
);

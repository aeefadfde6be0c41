// Speed as ratios within one run: what must hold on any machine. Exit 1 where a ratio is missed.
import { consolidation, consolidationGrowth } from './consolidation.ts';
import type { Measured } from './measure.ts';
import { growth } from './obligations.ts';
import { paper } from './paper.ts';
import { burst } from './burst.ts';
import { reads } from './service.ts';
import { workerCpu } from './worker-cpu.ts';

let missed = 0;

function report(title: string, measured: readonly Measured[]) {
  console.log(`\n${title}`);
  for (const { name, ms } of measured) console.log(`  ${name.padEnd(44)} ${ms.toFixed(2).padStart(9)} ms CPU`);
}

function hold(claim: string, { ratio, most }: { readonly ratio: number; readonly most: number }) {
  const ok = ratio <= most;
  if (!ok) missed++;
  console.log(`  ${ok ? 'holds' : 'MISSED'}: ${claim}: ${ratio.toFixed(2)} (at most ${most})`);
}

const of = (measured: readonly Measured[], name: string): number => {
  const found = measured.find((one) => one.name === name);
  if (found === undefined) throw new Error(`not measured: ${name}`);
  return found.ms;
};

const parsed = await consolidation();
report(`Consolidation, 1,000 units, up to ${parsed.fields} fields each`, parsed.measured);
hold('consolidation / JSON.parse', { ratio: parsed.measured[1]!.ms / parsed.measured[0]!.ms, most: 3 });

const consolidated = await consolidationGrowth();
report('Consolidation, growth', consolidated);
hold('5,000 units / 500 units', { ratio: consolidated[1]!.ms / consolidated[0]!.ms, most: 15 });

const papers = await paper();
report('Consolidated report of 60 units as .docx', papers);
hold('@dondoc/word / docxtemplater', { ratio: of(papers, '@dondoc/word') / of(papers, 'docxtemplater'), most: 1 });
hold('@dondoc/word / strings and fflate', {
  ratio: of(papers, '@dondoc/word') / of(papers, 'strings and fflate'),
  most: 3,
});

const grown = await growth();
report('Obligations and statuses of a year', grown);
hold('50,000 units / 5,000 units', { ratio: grown[1]!.ms / grown[0]!.ms, most: 13 });

const pairs = await reads();
report('Reads of the service, 200 requests each over HTTP, session look-up included', pairs.flat());
for (const [ours, bare] of pairs) hold(`${bare.name} / ours`, { ratio: ours.ms / bare.ms, most: 1 / 0.7 });

const sent = await burst();
console.log(`\nBurst: ${sent.sent} reports of ${sent.fields} fields in ${sent.seconds.toFixed(1)} s`);
hold('reports not accepted, lost or doubled', { ratio: sent.sent - sent.accepted + sent.lost + sent.doubled, most: 0 });

// Measured as workerd uses CPU, which only Linux tells; elsewhere it is said and left out.
if (process.platform === 'linux') {
  console.log('\nCPU of a request in the Worker, less that of one that does nothing');
  for (const { name, ms, most } of await workerCpu()) hold(`${name}, ms`, { ratio: ms, most });
} else console.log('\nCPU of the Worker: measured on Linux only.');

process.exitCode = missed === 0 ? 0 : 1;

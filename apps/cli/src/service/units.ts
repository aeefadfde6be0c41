import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { near } from '../files/near.ts';
import { allOf, said } from './api.ts';
import type { Service } from './service.ts';
import type { Board, ObligationRow } from './shapes.ts';

/** Says of each unit that it owes nothing, or that there is none such, with those whose ids and names are near. */
async function strangers(
  service: Service,
  { rows }: Board,
  units: readonly string[],
): Promise<readonly LocatedFinding[]> {
  const agencies = await allOf((query) => said(service, service.client.v1.agencies.$get({ query })));
  if (!agencies.ok) return agencies.findings;
  const owing = rows.map(({ unit: { id, name, shortName } }) => ({ id, names: [name, shortName] }));
  return units.map((unit) => {
    const known = near(unit, owing);
    const there = agencies.value.some(({ id }) => id === unit);
    return fileFinding(there ? 'service.unit-owes-nothing' : 'command.unknown-unit', 'dondoc', { unit, known });
  });
}

/** Finds the rows of units on a board; every unit that has none is named. */
export async function unitsOf(
  service: Service,
  board: Board,
  units: readonly string[],
): Promise<Read<readonly ObligationRow[]>> {
  const byId = new Map(board.rows.map((row) => [row.unit.id, row]));
  const without = units.filter((unit) => !byId.has(unit));
  if (without.length > 0) return { ok: false, findings: await strangers(service, board, without) };
  return { ok: true, value: units.flatMap((unit) => byId.get(unit) ?? []), findings: [] };
}

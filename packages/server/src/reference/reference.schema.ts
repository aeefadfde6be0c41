import * as v from 'valibot';

export const healthSchema = v.object({ status: v.literal('ok'), version: v.string() });

export const readySchema = v.object({
  status: v.literal('ready'),
  /** seq of the ledger's last entry. */
  seq: v.number(),
});

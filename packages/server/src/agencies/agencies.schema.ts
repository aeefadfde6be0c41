import * as v from 'valibot';

const contact = v.object({
  name: v.exactOptional(v.string()),
  phone: v.exactOptional(v.string()),
  email: v.exactOptional(v.string()),
});

/** An agency as it is on one day. */
export const agencySchema = v.object({
  id: v.string(),
  name: v.string(),
  shortName: v.string(),
  kind: v.string(),
  parent: v.exactOptional(v.string()),
  symbol: v.exactOptional(v.string()),
  place: v.exactOptional(v.string()),
  order: v.number(),
  state: v.picklist(['open', 'not-yet-open', 'closed', 'merged']),
  heir: v.exactOptional(v.string()),
  contact: v.exactOptional(contact),
  followedBy: v.exactOptional(v.string()),
});
export type AgencyAnswer = v.InferOutput<typeof agencySchema>;

export const agencyHistorySchema = v.object({
  ...agencySchema.entries,
  /** Version of the agency's stream. */
  version: v.number(),
  /** As it was adopted, with its dated names, kinds and parents: `office.schema.json` of @dondoc/core describes it. */
  agency: v.looseObject({ id: v.string() }),
});

/** What the office is apart from its agencies; `office.schema.json` of @dondoc/core describes it in full. */
export const settingsSchema = v.object({
  /** seq of the last entry that changed office, agencies or plans: what `If-Match` of an adoption names. */
  revision: v.number(),
  settings: v.looseObject({ format: v.literal('dondoc.office/1'), issuer: v.string(), desk: v.string() }),
});

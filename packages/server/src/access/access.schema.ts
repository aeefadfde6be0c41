import { lineSchema, roles, slugSchema } from '@dondoc/core';
import * as v from 'valibot';
import { pageQuery, pageSchema } from '../http/paging.ts';

const days = (most: number) => v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)));

/** Days that a token lasts unless it is said. */
export const TOKEN_DAYS = 365;
/** Days and devices that a sign-in link is for unless it is said. */
export const LINK_DAYS = 30;
export const LINK_USES = 5;
const MOST_LINKS = 100;

const rolesSchema = v.pipe(v.array(v.picklist(roles)), v.minLength(1), v.maxLength(roles.length));

const bearer = {
  /** A unit's people: with roles of a unit. */
  unit: v.exactOptional(slugSchema),
  /** A person of the office's settings; roles default to all of theirs. */
  person: v.exactOptional(slugSchema),
  roles: v.exactOptional(rolesSchema),
  label: v.exactOptional(lineSchema(100)),
};

/** Who access is for. Neither unit nor person: a program of the office. */
export type BearerInput = v.InferOutput<v.StrictObjectSchema<typeof bearer, undefined>>;

export const newTokenSchema = v.strictObject({ ...bearer, days: days(730) });

const newLinkSchema = v.strictObject({
  ...bearer,
  uses: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  days: days(180),
});
export type NewLink = v.InferOutput<typeof newLinkSchema>;

export const newLinksSchema = v.strictObject({
  links: v.pipe(v.array(newLinkSchema), v.minLength(1), v.maxLength(MOST_LINKS)),
});

export const setupSchema = v.strictObject({
  secret: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  label: v.exactOptional(lineSchema(100)),
});

export const listQuery = v.object(pageQuery.entries);

export const linkDeletionQuery = v.object({
  /** `true`: the devices that it signed in are signed out too. */
  sessions: v.exactOptional(v.picklist(['true', 'false'])),
});

const credentialEntries = {
  credential: v.string(),
  principal: v.string(),
  roles: v.array(v.picklist(roles)),
  unit: v.exactOptional(v.string()),
  label: v.string(),
  createdAt: v.string(),
  createdBy: v.string(),
  expiresAt: v.string(),
  revokedAt: v.exactOptional(v.string()),
};

export const tokenSchema = v.object(credentialEntries);
export const linkSchema = v.object({
  ...credentialEntries,
  usesLeft: v.number(),
  /** The link of the device on which it was made; absent: an admin made it. */
  link: v.exactOptional(v.string()),
});
export const sessionSchema = v.object({ ...credentialEntries, link: v.string(), current: v.boolean() });
/** A token as it is made: the only time that its secret is shown. */
export const madeTokenSchema = v.object({ ...credentialEntries, token: v.string() });
export const madeLinkSchema = v.object({ ...linkSchema.entries, url: v.string() });
export const madeLinksSchema = v.object({ links: v.array(madeLinkSchema) });

export const tokensSchema = pageSchema(tokenSchema);
export const linksSchema = pageSchema(linkSchema);
export const sessionsSchema = pageSchema(sessionSchema);

export const meSchema = v.object({
  principal: v.string(),
  roles: v.array(v.picklist(roles)),
  capabilities: v.array(v.string()),
  unit: v.exactOptional(v.object({ id: v.string(), name: v.string() })),
  office: v.nullable(v.object({ id: v.string(), name: v.string(), demo: v.boolean() })),
  /** The office's clock, ISO 8601 in UTC. */
  now: v.string(),
});

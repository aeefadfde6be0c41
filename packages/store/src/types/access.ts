import type { Role } from '@dondoc/core';

/** Who somebody is to the office. `unit` is there for the people of a unit and absent for the office's own. */
export interface Principal {
  /** A person's id of `office.yaml`, or `{unit}:{role}`, or `token:{id}`. */
  readonly id: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
}

interface Credential extends Principal {
  /** SHA-256 of the secret, 64 hexadecimal digits; the secret itself is stored nowhere. */
  readonly hash: string;
  /** Public id of the credential, for lists and revocation. Not the principal's. */
  readonly credential: string;
  readonly label: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Exclusive instant. */
  readonly expiresAt: string;
  readonly revokedAt?: string;
}

/** A bearer token of a program. */
export type Token = Credential;

/** A sign-in link: enrols devices. */
export interface SignInLink extends Credential {
  readonly usesLeft: number;
  /** The link that had enrolled the device on which this one was made; absent: an admin made it. */
  readonly link?: string;
}

/** A signed-in device. */
export interface Session extends Credential {
  /** The link that enrolled it. */
  readonly link: string;
}

export interface Grants {
  readonly tokens?: readonly Token[];
  readonly links?: readonly SignInLink[];
  /** Credential ids, revoked at the instant of the first entry. */
  readonly revoke?: readonly string[];
  /**
   * The links among `revoke`, those that have ended too, take with them the sessions that they enrolled, the links that
   * were made on those devices, and so on.
   */
  readonly sessionsOfLinks?: boolean;
}

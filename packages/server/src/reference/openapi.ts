import document from '../../openapi.json' with { type: 'json' };

/** A JSON schema as it stands in the document. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string; readonly description?: string }>>;
  readonly security?: readonly unknown[];
  /** Codes that this operation may answer besides what any may. */
  readonly 'x-problems'?: readonly string[];
  /** Capabilities of which one is needed. */
  readonly 'x-capabilities'?: readonly string[];
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The committed document. Its inferred type would be a type of every schema in it; the one above is what is read. */
export const openapi = document as unknown as OpenApi;

/** The document as JSON text, with the version that runs. */
export const openapiText = (version: string): string =>
  JSON.stringify({ ...openapi, info: { ...openapi.info, version } });

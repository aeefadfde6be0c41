import * as v from 'valibot';
import { date } from '../calendar/schema.ts';
import { inTextOrder } from '../text/order.ts';
import { line, slug } from '../text/schema.ts';

/**
 * A value that changes over time: written plain when it never has, else as a list `{ from?, value }`.
 * `from` is inclusive; the entry without it holds from the beginning. Becomes a list sorted by `from`.
 */
const dated = <const TSchema extends v.GenericSchema>(value: TSchema) =>
  v.pipe(
    v.union([v.array(v.strictObject({ from: v.exactOptional(date), value })), value]),
    v.transform((input): readonly Dated<v.InferOutput<TSchema>>[] =>
      // The union holds either the list or the plain value; valibot cannot tell TypeScript which by `Array.isArray`.
      (Array.isArray(input)
        ? (input as Dated<v.InferOutput<TSchema>>[])
        : [{ value: input as v.InferOutput<TSchema> }]
      ).toSorted((a, b) => inTextOrder(a.from ?? '', b.from ?? '')),
    ),
  );

// A type, not an interface: the ledger carries agencies as Json.
export type Dated<T> = {
  readonly from?: string;
  readonly value: T;
};

/** The left-hand head of a document, where it is not simply parent above agency in capitals. */
const letterheadSchema = v.strictObject({
  /** Lines of the superior body, not bold; empty for a body that prints none (People's Committees). */
  superior: v.array(line(200)),
  /** Lines of the agency's own name, bold, capitals. */
  own: v.pipe(v.array(line(200)), v.minLength(1)),
});

const nameSchema = v.strictObject({
  /** Official full name in running text: 'Phòng Giáo dục và Đào tạo'. */
  full: line(200),
  /** Short form in running text: 'Phòng GD&ĐT'. Default: the full one. */
  short: v.exactOptional(line(200)),
  letterhead: v.exactOptional(letterheadSchema),
});

export const agencySchema = v.strictObject({
  id: slug,
  /** A plain string is the full name. */
  names: dated(
    v.union([
      v.pipe(
        line(200),
        v.transform((full): v.InferOutput<typeof nameSchema> => ({ full })),
      ),
      nameSchema,
    ]),
  ),
  /** Open: any slug. `mam-non`, `tieu-hoc`, `phong-gddt`, `ubnd-xa` and others have words of their own (`headOfKind`). */
  kind: dated(slug),
  parent: v.exactOptional(dated(slug)),
  /** In document numbers: 'PGDĐT'. */
  symbol: v.exactOptional(dated(line(50))),
  /** Địa danh before the date of a document: 'Thủ Thừa'. */
  place: v.exactOptional(dated(line(100))),
  /** First day of existence, inclusive. */
  opened: v.exactOptional(date),
  /** First day it no longer exists: on that day it is closed. */
  closed: v.exactOptional(date),
  /** The heir from `closed` on. */
  mergedInto: v.exactOptional(slug),
  /** Place in the office's own list. */
  order: v.optional(v.pipe(v.number(), v.integer()), 0),
  /** Where it can be reached; the checker asks for one contact per reporting unit. */
  contact: v.exactOptional(
    v.strictObject({
      name: v.exactOptional(line(100)),
      phone: v.exactOptional(line(30)),
      email: v.exactOptional(v.pipe(line(254), v.email())),
    }),
  ),
});
export type Agency = v.InferOutput<typeof agencySchema>;
export type AgencyInput = v.InferInput<typeof agencySchema>;

/**
 * Which agencies a duty binds: one selector names agencies, or describes them by kind and parent (all that is given
 * must hold); a list of selectors binds whom any of them names.
 */
export const unitSelectorSchema = v.pipe(
  v.array(
    v.strictObject({
      agencies: v.exactOptional(v.array(slug)),
      kinds: v.exactOptional(v.array(slug)),
      parents: v.exactOptional(v.array(slug)),
      except: v.exactOptional(v.array(slug)),
    }),
  ),
  v.minLength(1),
);
export type UnitSelector = v.InferOutput<typeof unitSelectorSchema>;

/** Who signs and how (Decree 30/2020/NĐ-CP, article 13; Annex I, cell 7a): one to three lines of capacity, then the name. */
export const signatorySchema = v.strictObject({
  /** `TM` for a collective, `KT` deputy for head, `TL` by order, `TUQ` by authorisation, `Q` acting head. */
  authority: v.optional(v.array(v.picklist(['TM', 'KT', 'TL', 'TUQ', 'Q'])), []),
  /** The body signed for with `TM`: 'ỦY BAN NHÂN DÂN'. */
  collective: v.exactOptional(line(200)),
  /** The head's title: 'TRƯỞNG PHÒNG'. */
  headTitle: line(100),
  /** The signer's own title with `KT`, `TL`, `TUQ`: 'PHÓ TRƯỞNG PHÒNG'. */
  ownTitle: v.exactOptional(line(100)),
  name: v.exactOptional(line(100)),
});
export type Signatory = v.InferOutput<typeof signatorySchema>;

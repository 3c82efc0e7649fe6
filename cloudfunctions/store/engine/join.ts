import { along, idAlong, type Joined } from '#core/enrolment/along'

/** What becomes of documents when an account is joined to the paper member it has adopted. */
export type Join<Doc> = { readonly apart: string } | { readonly moves: Moves<Doc> }

export interface Moves<Doc> {
  /** The document as it is afterwards; the same object where it does not name the account. */
  moved(stored: Doc, joined: Joined): Doc
  /**
   * Where the id holds the member's: what is left of the account's document and the one that the member has
   * already. Undefined: a document whose id changes stands nowhere yet.
   */
  met?(moved: Doc, there: Doc): Doc | 'remove'
}

/** They stay as they are, for this reason; what of it must follow is carried by a use case. */
export const apart = (why: string): { apart: string } => ({ apart: why })

/** Whatever names the account names the member. */
export const goesAlong: { moves: { moved: <Doc>(stored: Doc, joined: Joined) => Doc } } = {
  moves: { moved: along },
}

/** The collection has its own rule for what it holds. */
export const joinedBy = <Doc>(moved: (stored: Doc, joined: Joined) => Doc): { moves: Moves<Doc> } => ({
  moves: { moved },
})

/** The id holds the member's: the document moves to another id. Where the member has one already, `met` says. */
export const rekeyed = <Doc extends { _id: string }>(
  met: (moved: Doc, there: Doc) => Doc | 'remove' = (_moved, there) => there,
  more: (moved: Doc) => Doc = (moved) => moved,
): { moves: Moves<Doc> } => ({
  moves: {
    met,
    moved(stored, joined) {
      const next = along(stored, joined)
      const _id = idAlong(stored._id, joined)
      return _id === stored._id ? next : more({ ...next, _id })
    },
  },
})

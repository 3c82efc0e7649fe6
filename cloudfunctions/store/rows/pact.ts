import { type Assent, assentWithout, type PaperAssents } from '#core/pact/assent'
import { by, losesName } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

export const assentsRow = row<Assent>()({
  indexes: {
    counted: { exact: ['publicationId', 'edition', 'on'] },
    mine: ['memberId', 'publicationId', 'edition'],
    byMember: ['memberId'],
  },
  sealed: {},
  fate: by(assentWithout),
  joins: goesAlong,
  passes: false,
})

export const paperAssentsRow = row<PaperAssents>()({
  indexes: {
    ofEdition: ['publicationId', 'edition', '-seq'],
    bySource: { unique: ['source'] },
  },
  sealed: {},
  fate: losesName,
  joins: goesAlong,
  passes: false,
})

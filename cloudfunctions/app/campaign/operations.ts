import { type Rows, registered } from '#app/call/row'
import { writers } from '#app/publication/reading'
import type { campaignOperations } from '#contract/campaign'
import * as campaign from './campaign'
import * as reading from './reading'

export const rows: Rows<keyof typeof campaignOperations> = {
  'campaign.gather': { kind: 'write', who: writers, run: registered(campaign.gatherRequests) },
  'campaign.stage': { kind: 'write', who: writers, run: registered(campaign.move) },
  'campaign.resolve': { kind: 'write', who: writers, run: registered(campaign.resolve) },
  'campaign.get': { kind: 'read', who: 'anyone', alike: () => true, run: reading.get },
  'campaign.requests': { kind: 'read', who: writers, run: registered(reading.list) },
  'campaign.proposed': { kind: 'read', who: writers, run: reading.proposed },
}

import { testVisits } from '#support/h5/everyVisit'

testVisits('publication')

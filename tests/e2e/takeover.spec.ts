import { testTakeover } from './takeover'

testTakeover('desk')

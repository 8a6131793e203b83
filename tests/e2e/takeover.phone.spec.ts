import { testTakeover } from './takeover'

testTakeover('phone')

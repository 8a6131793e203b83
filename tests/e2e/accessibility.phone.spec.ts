import { testAccessibility } from './accessibility'

testAccessibility('phone')

import { testFirstStyles } from './first-styles'

testFirstStyles('phone')

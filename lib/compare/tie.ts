export { findTies, rankLabel, type Tie } from '../record/tie'

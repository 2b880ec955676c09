export { answerDue, answerWithinDays, exchangeOf, signalStanding, type CascadeFacts, type ExchangeCounts, type SignalFacts, type SignalStanding } from './exchange.ts'

export { classValueStages, classWords, valueByClass, type ClassAmounts, type ClassValue, type ClassValueStage, type DividedBenefit, type UnitClassValue } from './by-class.ts'
export { neglectedClasses, type ClassAlert } from './neglected.ts'
export { divideByClass, stakeholderClasses, sumOfSplit, wholeSplit, type ClassSplit, type StakeholderClass } from './split.ts'

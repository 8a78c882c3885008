import { InvalidArgumentError } from "commander";
import { didYouMean } from "#ruleset/did-you-mean.ts";

/** A parser of an option that takes one word of a list. */
export function oneOf<Word extends string>(words: readonly Word[], aside: string = ""): (given: string) => Word {
  return (given) => {
    const word = words.find((one) => one === given);
    if (word === undefined)
      throw new InvalidArgumentError(`It can be ${words.join(", ")}${didYouMean(given, words)}${aside}.`);
    return word;
  };
}

/** A date that exists, YYYY-MM-DD. */
export function date(given: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(given) ? new Date(`${given}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(given)) {
    throw new InvalidArgumentError("A date is written YYYY-MM-DD.");
  }
  return given;
}

/** An AWS account id. */
export function account(given: string): string {
  if (!/^\d{12}$/.test(given)) throw new InvalidArgumentError("An account id has 12 digits.");
  return given;
}

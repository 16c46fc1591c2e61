import type { Mention } from "../../annotation.js";
import { type Entry, ROLE } from "../lexicon.js";
import type { MarkSign } from "./marks.js";

/** A sentence is read as a row of units: a name or a quotation is one, whatever is in it. */
export interface Unit {
  kind: "word" | "name" | "mark" | "quote" | "aside";
  /** UTF-16 offsets in the block. */
  start: number;
  end: number;
  roles: number;
  entry: Entry | undefined;
  mention: Mention | undefined;
  sign: MarkSign | undefined;
  /** A quotation that has no closing mark in its block. */
  open: boolean;
  /** A word or name that begins with a capital (scripts that have them). */
  capital: boolean;
  /** Letters of a particle written together with the word or name. */
  prefix: string;
  /** A genitive ending hangs on the word ("Clinton's"). */
  possessive: boolean;
  /** Letters of a conjunction written together with the word ("qu'il", "שהמחסנים"). */
  joined: number;
  /** Hash of the (first) word; 0 where it is none. */
  hash: number;
}

/** A unit that says nothing yet: all have one shape, since most of the time goes into making them. */
export function unitOf(kind: Unit["kind"], start: number, end: number): Unit {
  return {
    kind,
    start,
    end,
    roles: 0,
    entry: undefined,
    mention: undefined,
    sign: undefined,
    open: false,
    capital: false,
    prefix: "",
    possessive: false,
    joined: 0,
    hash: 0,
  };
}

/** A row of units, `to` behind the last. */
export interface Range {
  from: number;
  to: number;
}

/** Roles of a noun for whoever speaks. */
export const NOUNISH = ROLE.unnamed | ROLE.noun | ROLE.title | ROLE.speech;
export const PRONOUN = ROLE.one | ROLE.many;

/** A name, or a noun for whoever speaks. */
export function isNounish(unit: Unit): boolean {
  return unit.kind === "name" || (unit.roles & NOUNISH) !== 0;
}

/** A comma or dash: what sets an insertion apart. */
export function isComma(unit: Unit | undefined): boolean {
  return unit?.kind === "mark" && (unit.sign === "comma" || unit.sign === "dash");
}

export function isMark(unit: Unit | undefined, sign: MarkSign): boolean {
  return unit?.kind === "mark" && unit.sign === sign;
}

/** A word that can stand between speaker and verb, and is nothing else there. */
export function isBetween(unit: Unit): boolean {
  return unit.kind === "word" && (unit.roles & ROLE.between) !== 0 && (unit.roles & (NOUNISH | ROLE.verb)) === 0;
}

/** A word with a capital that no list of the language has: part of a name that the glossary does not know. */
export function isUnknownCapital(unit: Unit): boolean {
  return unit.kind === "word" && unit.capital && unit.roles === 0;
}

/** A particle written together with a word as the lexicon has it, without its apostrophe. */
export function bareParticle(prefix: string): string {
  return prefix.replace(/['’]$/u, "").toLowerCase();
}

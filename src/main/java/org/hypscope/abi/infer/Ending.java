package org.hypscope.abi.infer;

/** How a call of a handler ended. */
enum Ending {
  /** After the HVC, outside HYP. */
  RETURNED,
  /** Outside HYP, but elsewhere. */
  RETURNED_ELSEWHERE,
  /** At an address that the caller gave, for good. */
  ENTERED,
  /** In an exception that HYP took from itself. */
  FAULT,
  /** In memory that holds no code. */
  WILD,
  /** Not within the steps that are allowed, or in a loop to itself. */
  NEVER,
  /** By switching the machine off. */
  OFF
}

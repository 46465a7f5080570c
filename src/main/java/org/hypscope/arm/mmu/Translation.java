package org.hypscope.arm.mmu;

import org.hypscope.arm.bus.AccessKind;

/**
 * The result of one translation, filled anew by each: allocated once by whoever translates.
 *
 * <p>Permissions are six bits: fetch, read and write (by {@link AccessKind} ordinal) of PL1 or PL2,
 * then the same three of PL0.
 */
public final class Translation {
  static final int ALL = 0x3f;
  static final int NO_DOMAIN = 16;

  /** Output address of the byte that was asked for. */
  long pa;

  /** What stage 1 gave. */
  long ipa;

  /** Size of the stage 1 entry as a power of two; 32 where stage 1 is off. */
  int shift;

  /** What stage 1 permits, before domains. */
  int permissions;

  /** What stage 2 permits. */
  int permissions2;

  int domain;
  int attributes;
  boolean nonSecure;
  boolean global;
  boolean off;
  boolean superSection;

  /** Whether stage 1 alone would have made it Normal memory. */
  boolean stage1Normal;

  Fault fault;
  int level;
  int stage;
  boolean s1ptw;

  void start(long address) {
    pa = address;
    ipa = -1;
    shift = 32;
    permissions = ALL;
    permissions2 = ALL;
    domain = NO_DOMAIN;
    attributes = Attributes.STRONGLY_ORDERED;
    nonSecure = false;
    global = true;
    off = true;
    superSection = false;
    stage1Normal = false;
    fault = null;
    level = 0;
    stage = 1;
    s1ptw = false;
  }

  void fail(Fault kind, int atLevel) {
    fault = kind;
    level = atLevel;
  }

  /** The fault, or null where the address was translated. */
  public Fault fault() {
    return fault;
  }

  /** The level of the lookup that faulted, 1 to 3. */
  public int level() {
    return level;
  }

  /** The domain of the entry, 0 where there is none. */
  public int domain() {
    return domain & 15;
  }

  /** Whether stage 2 faulted. */
  public boolean faultInStage2() {
    return stage == 2;
  }

  /** Whether stage 2 faulted on a table walk of stage 1. */
  public boolean s1ptw() {
    return s1ptw;
  }

  /** What stage 1 gave, or where stage 2 faulted; -1 where there is no second stage. */
  public long ipa() {
    return ipa;
  }

  /** The physical address of what was asked for. */
  public long pa() {
    return pa;
  }

  /** Whether the output lies in the Non-secure physical address space. */
  public boolean nonSecure() {
    return nonSecure;
  }

  /** Whether a supersection maps it, which PAR says in its own format. */
  public boolean superSection() {
    return superSection;
  }

  /** Memory attributes: MAIR's eight bits for a region, and above them SH (two bits). */
  public int attributes() {
    return attributes;
  }

  /** Whether unaligned accesses are allowed: the memory is Normal. */
  public boolean isNormal() {
    return Attributes.isNormal(attributes);
  }

  /** What is permitted under this DACR. */
  int permitted(int dacr) {
    return Permissions.inDomain(permissions, domain, dacr) & permissions2;
  }

  /** The fault as a value, or null. */
  public MmuFault describeFault() {
    return fault == null
        ? null
        : new MmuFault(fault, level, domain(), stage, s1ptw, stage == 2 ? ipa : -1);
  }
}

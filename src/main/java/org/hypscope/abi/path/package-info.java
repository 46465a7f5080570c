/** The ways from one kernel to the next, executed: kexec and kdump under every stub and KVM. */
package org.hypscope.abi.path;

package org.hypscope.cli;

import java.util.List;
import org.hypscope.abi.CheckReport;
import org.hypscope.abi.Finding;

/**
 * A checked image.
 *
 * @param report what its run showed
 * @param unknown its findings that are in no baseline
 */
record Checked(CheckReport report, List<Finding> unknown) {
  int exitStatus() {
    return report.exitStatus(unknown);
  }
}

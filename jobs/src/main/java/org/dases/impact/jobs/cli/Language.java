// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.jobs.cli;

/** A language that summaries and help are written in. */
enum Language {
    FR,
    EN
}

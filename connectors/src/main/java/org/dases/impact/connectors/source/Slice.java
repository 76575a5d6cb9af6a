// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.source;

import java.util.Optional;

/**
 * A part of a source that is read and resumed on its own: a file, a page range, a day.
 *
 * @param id stable name of the slice within its dataset, for instance the file's path below the dataset's folder
 * @param version what changes when the slice's content does, for instance size and time of last change
 * @param resumeAt where to go on, when a part of this version was committed already
 */
public record Slice(String id, String version, Optional<Checkpoint> resumeAt) {}

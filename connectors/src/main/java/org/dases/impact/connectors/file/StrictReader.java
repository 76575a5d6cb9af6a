// SPDX-License-Identifier: Apache-2.0
package org.dases.impact.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text without ever putting a replacement character: bytes that are not in the encoding are an error with their
 * line. What comes before an error is delivered before it is thrown. Line ends become {@code \n}; a byte order mark is
 * dropped.
 */
final class StrictReader extends Reader {
    private static final int BYTES = 1 << 16;
    private static final char MARK = '\uFEFF';

    /** Bytes that are not in the encoding. */
    static final class WrongBytes extends CharacterCodingException {
        private static final long serialVersionUID = 1L;
        private final long line;

        WrongBytes(long line) {
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private final CharBuffer decoded = CharBuffer.allocate(BYTES).flip();
    private @Nullable IOException failure;
    private boolean inputEnded;
    private boolean ended;
    private boolean begun;
    private boolean afterReturn;
    private long lines;

    StrictReader(InputStream in, Charset encoding) {
        this.in = in;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = 0;
        while (count == 0) {
            if (!decoded.hasRemaining() && !decode()) {
                return -1;
            }
            count = copy(buffer, offset, length);
        }
        return count;
    }

    /** Passes on what is decoded. Every character of every file comes through here, hence the bare array. */
    private int copy(char[] buffer, int offset, int length) {
        char[] from = decoded.array();
        int at = decoded.position();
        int end = decoded.limit();
        int count = 0;
        while (count < length && at < end) {
            char c = from[at++];
            boolean second = c == '\n' && afterReturn;
            afterReturn = c == '\r';
            if (!second) {
                buffer[offset + count++] = c == '\r' ? '\n' : c;
                lines += c == '\r' || c == '\n' ? 1 : 0;
            }
        }
        decoded.position(at);
        return count;
    }

    /** Decodes some more; false at the end. */
    private boolean decode() throws IOException {
        decoded.clear();
        while (decoded.position() == 0 && !ended) {
            CoderResult result = decoder.decode(bytes, decoded, inputEnded);
            if (result.isError()) {
                failure = failure == null ? new WrongBytes(0) : failure;
            } else if (result.isUnderflow() && !inputEnded) {
                fill();
            } else if (result.isUnderflow()) {
                ended = decoder.flush(decoded).isUnderflow();
            }
            if (failure != null && decoded.position() == 0) {
                throw failure instanceof WrongBytes ? new WrongBytes(lines + 1) : failure;
            }
        }
        decoded.flip();
        if (!begun && decoded.hasRemaining()) {
            begun = true;
            if (decoded.get(decoded.position()) == MARK) {
                decoded.get();
            }
        }
        return decoded.hasRemaining() || !ended;
    }

    private void fill() {
        bytes.compact();
        try {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (count < 0) {
                inputEnded = true;
            } else {
                bytes.position(bytes.position() + count);
            }
        } catch (IOException e) {
            failure = e;
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

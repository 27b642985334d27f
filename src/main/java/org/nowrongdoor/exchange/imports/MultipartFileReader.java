package org.nowrongdoor.exchange.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part called {@code file} of a form, copied as it comes in.
 *  @see "RFC 7578" */
final class MultipartFileReader {

    private static final int MOST_HEADER_BYTES = 8_192;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private final InputStream form;
    private final byte[] delimiter;

    /** What the part says of itself. */
    record Header(@Nullable String mediaType, @Nullable String fileName) {}

    private MultipartFileReader(InputStream form, String boundary) {
        this.form = new BufferedInputStream(form, 1 << 16);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Copies the file of a form.
     *  @return what the part says of itself; empty when the form has no such part */
    static Optional<Header> copy(String contentType, InputStream form, OutputStream file) throws IOException {
        var boundary = BOUNDARY.matcher(contentType);
        return boundary.find() ? new MultipartFileReader(form, boundary.group(1)).copy(file) : Optional.empty();
    }

    private Optional<Header> copy(OutputStream file) throws IOException {
        // The first delimiter has no line before it.
        copyUntil(OutputStream.nullOutputStream(), 2);
        while (nextPart()) {
            var headers = headers();
            var disposition = headers.getOrDefault("content-disposition", "");
            var name = NAME.matcher(disposition);
            if (name.find() && name.group(1).equals("file")) {
                copyUntil(file, 0);
                var fileName = FILE_NAME.matcher(disposition);
                return Optional.of(new Header(headers.get("content-type"), fileName.find() ? fileName.group(1) : null));
            }
            copyUntil(OutputStream.nullOutputStream(), 0);
        }
        return Optional.empty();
    }

    /** Whether after a delimiter another part follows; two dashes end the form. */
    private boolean nextPart() throws IOException {
        int first = form.read();
        int second = form.read();
        return first == '\r' && second == '\n';
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = form.read(); b >= 0 && b != '\n' && line.length() < MOST_HEADER_BYTES; b = form.read()) {
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    /** Copies up to the delimiter and reads past it.
     *  @param matched how much of the delimiter counts as read already */
    private void copyUntil(OutputStream out, int matched) throws IOException {
        int seen = matched;
        boolean whole = matched == 0;
        for (int b = form.read(); b >= 0; b = form.read()) {
            if (b == delimiter[seen]) {
                if (++seen == delimiter.length) {
                    return;
                }
                continue;
            }
            // The delimiter begins with the only CR that it has, so no other start can hide in what matched.
            if (whole) {
                out.write(delimiter, 0, seen);
            }
            whole = true;
            seen = b == delimiter[0] ? 1 : 0;
            if (seen == 0) {
                out.write(b);
            }
        }
        throw new IOException("the form ends within a part");
    }
}

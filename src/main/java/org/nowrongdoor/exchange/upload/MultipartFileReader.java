package org.nowrongdoor.exchange.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the part called {@code file} of a form.
 *  @see "RFC 7578" */
public final class MultipartFileReader {

    // 100 and 16 KB: some fields next to a file, with what browsers say of each.
    private static final int MOST_PARTS = 100;
    private static final int MOST_HEADER_BYTES = 16_384;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private final InputStream form;
    private final byte[] delimiter;
    private long position;

    /** The part with the file.
     *  @param from its first byte in the form
     *  @param to the byte after its last */
    public record Part(@Nullable String mediaType, @Nullable String fileName, long from, long to) {}

    private MultipartFileReader(InputStream form, String boundary) {
        this.form = new BufferedInputStream(form, 1 << 16);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The file of a form.
     *  @return empty when the form has no such part
     *  @throws IOException when the form is not whole, or has more parts or longer headers than a form may have */
    public static Optional<Part> find(String contentType, InputStream form) throws IOException {
        var boundary = BOUNDARY.matcher(contentType);
        return boundary.find() ? new MultipartFileReader(form, boundary.group(1)).find() : Optional.empty();
    }

    private Optional<Part> find() throws IOException {
        // The first delimiter has no line before it.
        skipUntilDelimiter(2);
        for (int part = 0; nextPart(); part++) {
            if (part == MOST_PARTS) {
                throw new IOException("a form may have at most " + MOST_PARTS + " parts: put the file first");
            }
            var headers = headers();
            var disposition = headers.getOrDefault("content-disposition", "");
            var name = NAME.matcher(disposition);
            var from = position;
            skipUntilDelimiter(0);
            if (name.find() && name.group(1).equals("file")) {
                var fileName = FILE_NAME.matcher(disposition);
                return Optional.of(new Part(
                        headers.get("content-type"),
                        fileName.find() ? fileName.group(1) : null,
                        from,
                        position - delimiter.length));
            }
        }
        return Optional.empty();
    }

    private int read() throws IOException {
        position++;
        return form.read();
    }

    /** Whether after a delimiter another part follows; two dashes end the form. */
    private boolean nextPart() throws IOException {
        int first = read();
        int second = read();
        return first == '\r' && second == '\n';
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        var begin = position;
        for (var line = line(begin); !line.isEmpty(); line = line(begin)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String line(long begin) throws IOException {
        var line = new StringBuilder();
        for (int b = read(); b >= 0 && b != '\n'; b = read()) {
            if (position - begin > MOST_HEADER_BYTES) {
                throw new IOException("the headers of a part may have at most " + MOST_HEADER_BYTES + " bytes");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    /** Reads past the next delimiter.
     *  @param matched how much of the delimiter counts as read already */
    private void skipUntilDelimiter(int matched) throws IOException {
        int seen = matched;
        for (int b = read(); b >= 0; b = read()) {
            if (b == delimiter[seen]) {
                if (++seen == delimiter.length) {
                    return;
                }
                continue;
            }
            // The delimiter begins with the only CR that it has, so no other start can hide in what matched.
            seen = b == delimiter[0] ? 1 : 0;
        }
        throw new IOException("the form ends within a part: send it whole");
    }
}

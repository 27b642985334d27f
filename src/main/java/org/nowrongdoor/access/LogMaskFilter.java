package org.nowrongdoor.access;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.LoggedCause;

/** The last look at every line of the log: what looks like a query, an address, a browser or a key is struck out.
 *  No code of ours writes any of these; libraries do when they fail. */
@LoggingFilter(name = "mask")
public final class LogMaskFilter implements Filter {

    private static final Formatter FORM = new PatternFormatter("%s");

    private static final List<Mask> STRUCK_OUT = List.of(
            new Mask("\\?[\\w.~%\\[\\]-]+=\\S*", "?[withheld]"),
            new Mask("nwd_[\\w-]{6,}", "nwd_[withheld]"),
            new Mask(
                    "(?i)(user-agent|x-forwarded-for|authorization|cookie|referer|origin)\"?\\s*[:=].*",
                    "$1: [withheld]"),
            new Mask("Mozilla/.*", "[withheld]"),
            // Any but the machine's own.
            new Mask("(?<![\\w.])(?!127\\.|0\\.0\\.0\\.0)(\\d{1,3}\\.){3}\\d{1,3}(?![\\w.])", "[address]"),
            // Three colons at least: a time of day has two.
            new Mask("(?i)(?<![\\w:])([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\\w:])", "[address]"));

    @Override
    public boolean isLoggable(LogRecord line) {
        // Our own access log: the shape of its lines is fixed.
        if ("access".equals(line.getLoggerName())) {
            return true;
        }
        var said = FORM.formatMessage(line);
        var masked = mask(said);
        if (!masked.equals(said)) {
            replace(line, masked);
        }
        if (tells(line.getThrown())) {
            line.setThrown(LoggedCause.of(line.getThrown()));
        }
        return true;
    }

    static String mask(String text) {
        var masked = text;
        for (var mask : STRUCK_OUT) {
            masked = mask.pattern.matcher(masked).replaceAll(mask.instead);
        }
        return masked;
    }

    private static void replace(LogRecord line, String text) {
        if (line instanceof ExtLogRecord ext) {
            ext.setMessage(text, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            line.setMessage(text);
        }
        line.setParameters(null);
    }

    private static boolean tells(@Nullable Throwable thrown) {
        for (int depth = 0; thrown != null && depth < 10; depth++, thrown = thrown.getCause()) {
            var message = thrown.getMessage();
            if (message != null && !mask(message).equals(message)) {
                return true;
            }
        }
        return false;
    }

    private record Mask(Pattern pattern, String instead) {

        Mask(String pattern, String instead) {
            this(Pattern.compile(pattern), instead);
        }
    }
}

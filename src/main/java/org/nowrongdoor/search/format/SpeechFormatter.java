package org.nowrongdoor.search.format;

import java.util.regex.Pattern;
import org.nowrongdoor.text.TextCleaner;

/** Makes sentences without symbols, which a voice reads as a person would. */
final class SpeechFormatter {

    private static final Pattern URL = Pattern.compile("(?:https?://|www\\.)(?:www\\.)?([\\w.-]*\\w)\\S*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?<![\\w.@-])((?:[\\w-]+\\.)+(?:org|com|gov|net|edu|info|us))\\b(?:/\\S*)?");
    // Each begins where a run of its signs begins, so that a long run is read once.
    private static final Pattern EMAIL = Pattern.compile("(?<![\\w.+-])([\\w.+-]++)@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Messages spoken;

    SpeechFormatter(Messages spoken) {
        this.spoken = spoken;
    }

    /** One or more sentences: letters, digits, and the marks that make a pause or a question. */
    String sentence(String text) {
        var plain = SPACES.matcher(TextCleaner.printable(text)).replaceAll(" ");
        plain = URL.matcher(plain).replaceAll(url -> dotted(url.group(1)));
        plain = EMAIL.matcher(plain)
                .replaceAll(mail -> dotted(mail.group(1)) + spoken.say("speak.at") + dotted(mail.group(2)));
        plain = DOMAIN.matcher(plain).replaceAll(domain -> dotted(domain.group(1)));
        var said = paused(worded(plain));
        return said.isEmpty() || said.matches("(?s).*[.?!]") ? said : said + '.';
    }

    /** The symbols that stand for words. */
    private String worded(String text) {
        return text.replace("24/7", spoken.say("speak.always"))
                .replaceAll("\\((\\d{3})\\) ?(?=\\d{3})", "$1 ")
                .replaceAll("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)", "$1 $2 $3")
                .replaceAll("(?<=(?<!\\d)(?:1|\\d{3}))[-–.](?=\\d{3,4}(?!\\d))", " ")
                .replaceAll("(?<=\\d)[-–](?=\\d)", spoken.say("speak.to"))
                .replaceAll("\\$(\\d+(?:[.,]\\d+)*)", spoken.say("speak.dollars", "$1"))
                .replaceAll("(?<!\\d)(\\d++)\\+", spoken.say("speak.up", "$1"))
                .replaceAll("(?<=\\p{L})\\+(?![\\p{L}\\d])", "")
                .replaceAll("<=?|≤", spoken.say("speak.most"))
                .replaceAll(">=?|≥", spoken.say("speak.least"))
                .replaceAll("(?<=\\w)\\s*/\\s*(?=\\w)", spoken.say("speak.or"))
                .replace("%", spoken.say("speak.percent"))
                .replaceAll("\\s*[&+]\\s*", spoken.say("speak.and"))
                .replace("#", spoken.say("speak.number"))
                .replace("§", spoken.say("speak.section"))
                .replaceAll("…(?=\\W*$)", spoken.say("speak.further"));
    }

    /** The symbols that stand for a pause. */
    private static String paused(String text) {
        var said = text.replaceAll("(?<=\\d):(?=\\d)", " ")
                .replaceAll("[:](?=\\s+[\\p{Lu}¿¡\"“«]|\\s*$)", ".")
                .replaceAll("[:;]|\\s[-–—]+\\s|—|\\s*[(\\[{]|[)\\]}]\\s*(?=[\\p{L}\\d])", ", ")
                .replaceAll("[^\\p{L}\\p{N}.,?!¿¡'’]", " ");
        return SPACES.matcher(said)
                .replaceAll(" ")
                .replaceAll(" (?=[.,?!])", "")
                .replaceAll("[,.]*(?<=[,.?!])(?=[.?!])|,+(?=,)", "")
                .replaceAll("(?<=[.?!]),", "")
                .replaceAll("^[,. ]+|[, ]+$", "")
                .replaceAll("([?!])\\.+", "$1");
    }

    private String dotted(String name) {
        return name.replace(".", spoken.say("speak.dot"));
    }
}

package org.nowrongdoor.text;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hosts of web addresses, and whether one looks like what it is. */
public final class WebHostReader {

    private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER = List.of(
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));
    // Cyrillic and Greek letters that a reader takes for Latin ones. @see "Unicode Technical Standard 39, confusables"
    private static final String LOOKALIKES = "асԁеһіјӏоԛрѕԝхуъьгкмтвнαοινυρτκχω";

    // 2,000: what every browser takes.
    public static final int LONGEST_ADDRESS = 2_000;

    private WebHostReader() {}

    /** Whether a text is an http or https address that looks like what it is: no name of a user before its host, and no
     *  host that is taken for another. */
    public static boolean isWebAddress(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
            return false;
        }
        try {
            var address = new URI(text);
            return address.getRawAuthority() != null
                    && address.getRawAuthority().indexOf('@') < 0
                    && isPlain(of(address));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The host in small letters, without a final dot; empty when the address has none.
     *  {@link URI#getHost} knows no letters but those of ASCII. */
    public static String of(URI address) {
        var authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        var host = authority
                .substring(authority.lastIndexOf('@') + 1)
                .replaceAll(":\\d*$", "")
                .toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Whether every label of a host is written in one script and cannot be taken for one of another. */
    public static boolean isPlain(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        if (host.isEmpty() || host.contains("%")) {
            return false;
        }
        var labels = unicode(host).split("\\.", -1);
        var last = labels[labels.length - 1];
        for (var label : labels) {
            if (label.isEmpty() || isMixed(label) || (isAscii(last) && isAllLookalikes(label))) {
                return false;
            }
        }
        return true;
    }

    private static String unicode(String host) {
        return host.contains("xn--") ? IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED) : host;
    }

    private static boolean isMixed(String label) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() > 1 && WRITTEN_TOGETHER.stream().noneMatch(together -> together.containsAll(scripts));
    }

    private static boolean isAllLookalikes(String label) {
        var letters = label.codePoints().filter(Character::isLetter).toArray();
        if (letters.length == 0 || isAscii(label)) {
            return false;
        }
        for (int letter : letters) {
            if (LOOKALIKES.indexOf(letter) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}

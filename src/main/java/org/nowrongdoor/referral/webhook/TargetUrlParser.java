package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the URL of a subscriber. It goes by the form alone and looks nothing up, so that its answer tells nothing about
 *  names that only we can resolve (decision Hosts-By-Form).
 *  @see "WHATWG URL, 3.5 Host parsing; RFC 6761; RFC 9476" */
@Singleton
class TargetUrlParser {

    private static final Pattern PRINTABLE = Pattern.compile("[!-~&&[^\\\\]]+");
    private static final Pattern ENCODED_CONTROL = Pattern.compile("%(?:[01][0-9A-Fa-f]|7[Ff])");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    private static final int LONGEST_NAME = 253;
    private static final int LARGEST_PORT = 65_535;
    private static final int HTTPS = 443;
    private static final int FIRST_OF_USERS = 1_024;

    // Ports of 1024 and above that browsers call for no page: SIP, X11, NFS, IRC and their like (WHATWG Fetch, 2.9);
    // and those
    // at which databases and caches listen (IANA).
    private static final Set<Integer> OTHER_PROTOCOLS = Set.of(
            1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
            1433, 1521, 3306, 5432, 5672, 6379, 9042, 9092, 11_211, 27_017, 10_080);

    // Reserved for one machine or one house (RFC 6761, 6762, 7686, 8375, ICANN's internal), or used so everywhere.
    private static final Set<String> PRIVATE_ENDINGS = Set.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "svc",
            "arpa",
            "onion",
            "test",
            "alt",
            "consul",
            "docker",
            "k8s",
            "workgroup");

    private final Set<String> allowed;

    TargetUrlParser(WebhookConfig config) {
        this.allowed = config.webhookAllow().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
    }

    /** A URL that may be called if its addresses may.
     *  @throws RefusedTargetException when it may not, whatever its host turns out to be */
    URI parse(String text) throws RefusedTargetException {
        var url = uri(text);
        var scheme = url.getScheme() == null ? "" : url.getScheme();
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new RefusedTargetException("must be an absolute URL such as https://partner.example/hooks");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new RefusedTargetException("must have neither user nor fragment; the signature proves who sends");
        }
        if (isAllowed(url)) {
            return url;
        }
        if (scheme.equals("http")) {
            throw new RefusedTargetException(
                    "must be https; plain http is for hosts in directory.referral.webhook-allow");
        }
        requirePort(port(url));
        requireHost(url.getHost());
        return url;
    }

    private static URI uri(String text) throws RefusedTargetException {
        var isPlain = PRINTABLE.matcher(text).matches()
                && !ENCODED_CONTROL.matcher(text).find();
        try {
            var url = new URI(text);
            if (isPlain && (url.getPort() == -1 || (url.getPort() > 0 && url.getPort() <= LARGEST_PORT))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The same answer as for every other text that is no URL.
        }
        throw new RefusedTargetException(
                "must be a URL such as https://partner.example/hooks, in printable ASCII, with a port of 1 to 65535"
                        + " if any and without encoded control characters");
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : HTTPS;
    }

    private static void requirePort(int port) throws RefusedTargetException {
        if ((port != HTTPS && port < FIRST_OF_USERS) || OTHER_PROTOCOLS.contains(port)) {
            throw new RefusedTargetException(
                    "must have port 443, or one from 1024 up that no other protocol uses; others are for hosts in directory.referral.webhook-allow");
        }
    }

    private static void requireHost(String written) throws RefusedTargetException {
        var host = normal(written);
        var isLiteral = written.startsWith("[") || ENDS_IN_NUMBER.matcher(host).matches();
        if (isLiteral ? !isPublicLiteral(written, host) : !isPublicName(host)) {
            throw new RefusedTargetException(
                    "must have a public host name or a public address in its usual form; others are for hosts in directory.referral.webhook-allow");
        }
    }

    private static boolean isPublicLiteral(String written, String host) {
        if (!(written.startsWith("[")
                ? !host.contains("%")
                : IPV4.matcher(written).matches())) {
            return false;
        }
        try {
            // A literal: nothing is looked up.
            return PublicAddress.isPublic(InetAddress.getByName(written));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPublicName(String host) {
        return host.length() <= LONGEST_NAME
                && NAME.matcher(host).matches()
                && !PRIVATE_ENDINGS.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    /** Whether an operator has permitted a host, with or without its port. */
    boolean isAllowed(URI url) {
        var host = normal(url.getHost());
        var inBrackets = host.contains(":") ? "[" + host + "]" : host;
        var port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("http") ? 80 : HTTPS;
        return Arrays.asList(host, inBrackets, inBrackets + ":" + port).stream().anyMatch(allowed::contains);
    }

    /** A host without brackets, case and the dot that may end it. */
    private static String normal(String host) {
        var bare = bare(host).toLowerCase(Locale.ROOT);
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}

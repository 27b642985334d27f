package org.nowrongdoor.http.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the head of a request must keep to beyond the grammar, each fault as a sentence.
 *  @see "RFC 9112, 3.2 and 6.1" */
final class HeadRules {

    static final String TRANSFER_ENCODING = "Transfer-Encoding must be chunked, sent once and alone";

    private static final String HOST = "Host must be one host name or address, with or without a port";

    // A name, an IPv4 address or an IPv6 address in brackets. 253: the longest name of the DNS.
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

    private static final int LARGEST_PORT = 65_535;

    private HeadRules() {}

    /** The first fault of a head of HTTP/1.x; empty when there is none. */
    static Optional<String> fault(HttpRequest request) {
        var version = request.protocolVersion();
        var isOld = HttpVersion.HTTP_1_0.equals(version);
        if (!isOld && !HttpVersion.HTTP_1_1.equals(version)) {
            return Optional.of("the version must be HTTP/1.1");
        }
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (!(isOld && hosts.isEmpty()) && !isHost(hosts)) {
            return Optional.of(HOST);
        }
        if (!isTarget(request, hosts)) {
            return Optional.of("the target must be a path such as /services. A whole URL must name the Host.");
        }
        var escapes = new RawUrl(request.uri()).brokenEscape();
        return escapes.isPresent() ? escapes : transferFault(request.headers());
    }

    private static boolean isHost(List<String> hosts) {
        return hosts.size() == 1 && isAuthority(hosts.get(0));
    }

    /** Whether a text is a host with or without a port. */
    static boolean isAuthority(String text) {
        var matcher = AUTHORITY.matcher(text);
        return matcher.matches() && (matcher.group(1) == null || Integer.parseInt(matcher.group(1)) <= LARGEST_PORT);
    }

    private static boolean isTarget(HttpRequest request, List<String> hosts) {
        var target = request.uri();
        if (target.startsWith("/")) {
            return true;
        }
        if (target.equals("*")) {
            return request.method().equals(HttpMethod.OPTIONS);
        }
        var lower = target.toLowerCase(Locale.ROOT);
        int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        if (start < 0 || hosts.isEmpty()) {
            return false;
        }
        int end = start;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return hosts.get(0).equalsIgnoreCase(target.substring(start, end));
    }

    private static Optional<String> transferFault(HttpHeaders headers) {
        var codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        var isPlain = codings.isEmpty()
                || (codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0)));
        return isPlain ? Optional.empty() : Optional.of(TRANSFER_ENCODING);
    }
}

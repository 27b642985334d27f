package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where a URL leads, and lets no subscriber use us to reach what they cannot reach themselves. A name is
 *  looked up once for an
 *  attempt and the address found is the one that is called, so that a name that changes its mind changes nothing. */
@Singleton
class TargetResolver {

    private final NameResolver names;
    private final Set<String> allowed;

    TargetResolver(NameResolver names, WebhookConfig config) {
        this.names = names;
        this.allowed = config.webhookAllow().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Reads a URL.
     *  @throws RefusedTargetException when it is none that may be called, whatever its host turns out to be */
    URI read(String text) throws RefusedTargetException {
        var url = parsed(text);
        var scheme = url.getScheme() == null ? "" : url.getScheme();
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new RefusedTargetException("must be an absolute URL such as https://partner.example/hooks");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new RefusedTargetException("must have neither user nor fragment; the signature proves who sends");
        }
        if (scheme.equals("http") && !isAllowed(url)) {
            throw new RefusedTargetException(
                    "must be https; plain http is for hosts in directory.referral.webhook-allow");
        }
        return url;
    }

    private static URI parsed(String text) throws RefusedTargetException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new RefusedTargetException("must be a URL such as https://partner.example/hooks");
        }
    }

    /** Finds the address to call.
     *  @throws RefusedTargetException when any of the host's addresses is not public and the operator has not allowed it
     *  @throws UnknownHostException when it has none */
    DeliveryTarget find(String text) throws RefusedTargetException, UnknownHostException {
        var url = read(text);
        var addresses = names.resolve(bare(url.getHost()));
        if (addresses.isEmpty()) {
            throw new UnknownHostException(url.getHost());
        }
        // One that is not public among several is no accident.
        if (!isAllowed(url) && !addresses.stream().allMatch(PublicAddress::isPublic)) {
            throw new RefusedTargetException(
                    "must lead to public addresses alone; others are for hosts in directory.referral.webhook-allow");
        }
        return new DeliveryTarget(url, addresses.get(0));
    }

    private boolean isAllowed(URI url) {
        var host = bare(url.getHost()).toLowerCase(Locale.ROOT);
        return allowed.contains(host)
                || allowed.contains(url.getHost().toLowerCase(Locale.ROOT))
                || allowed.contains(host + ":" + url.getPort());
    }

    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}

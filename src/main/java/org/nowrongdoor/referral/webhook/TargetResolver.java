package org.nowrongdoor.referral.webhook;

import jakarta.inject.Singleton;
import java.net.UnknownHostException;

/** Finds where a URL leads, and lets no subscriber use us to reach what it cannot reach itself. A name is looked up once for
 *  an attempt and the address found is the one that is called, so that a name that changes its mind changes nothing. */
@Singleton
class TargetResolver {

    private final NameResolver names;
    private final TargetUrlParser urls;

    TargetResolver(NameResolver names, TargetUrlParser urls) {
        this.names = names;
        this.urls = urls;
    }

    /** Finds the address to call.
     *  @throws RefusedTargetException when the URL may not be called
     *  @throws UnknownHostException when its host has no address, or any that is not public and that the operator has not
     *      allowed: a subscriber learns of both in the same words */
    DeliveryTarget find(String text) throws RefusedTargetException, UnknownHostException {
        var url = urls.parse(text);
        var addresses = names.resolve(TargetUrlParser.bare(url.getHost()));
        // One that is not public among several is no accident.
        if (addresses.isEmpty() || (!urls.isAllowed(url) && !addresses.stream().allMatch(PublicAddress::isPublic))) {
            throw new UnknownHostException(url.getHost());
        }
        return new DeliveryTarget(url, addresses.get(0));
    }
}

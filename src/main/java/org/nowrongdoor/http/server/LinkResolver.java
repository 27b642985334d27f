package org.nowrongdoor.http.server;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links to ourselves: below the public URL that an operator has set, or by their path alone. What a request calls us enters
 *  none, for who sends it chooses that (decision Host-In-No-Link). */
@Singleton
public class LinkResolver {

    private final Optional<String> publicUrl;

    public LinkResolver(@ConfigProperty(name = "directory.referral.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The link to a path, as complete as it is known.
     *  @param path begins with a slash */
    public URI resolve(String path) {
        return URI.create(publicUrl.orElse("") + path);
    }

    /** The link to a path for a message, which needs the whole of it; empty while no public URL is set.
     *  @param path begins with a slash */
    public Optional<String> findPublic(String path) {
        return publicUrl.map(url -> url + path);
    }
}

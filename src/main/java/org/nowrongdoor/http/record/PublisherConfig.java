package org.nowrongdoor.http.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Who publishes this directory, as its operator says. */
@ConfigMapping(prefix = "directory.publisher")
public interface PublisherConfig {

    @WithDefault("No Wrong Door")
    String name();

    Optional<String> email();

    Optional<URI> website();

    /** A page of the publisher's own about the data, instead of the one that comes with us. */
    Optional<URI> dataGuide();
}

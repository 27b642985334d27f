package org.nowrongdoor.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How the directory is searched. */
@ConfigMapping(prefix = "directory.search")
public interface SearchConfig {

    /** {@code lucene} in this process, or {@code elasticsearch} for Elasticsearch and OpenSearch hosts. */
    @WithDefault("lucene")
    Engine engine();

    /** Where the engine answers, as {@code host:port}, when it is not in this process. */
    Optional<String> hosts();

    /** Whether a start builds the index again, next to the one that is searched meanwhile; for {@code lucene}. */
    @WithDefault("false")
    boolean rebuildOnStart();

    /** The engines that an index can lie in. */
    enum Engine {
        LUCENE,
        ELASTICSEARCH
    }
}

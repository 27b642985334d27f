package org.nowrongdoor.referral.webhook;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where webhooks may go. */
@ConfigMapping(prefix = "directory.referral")
public interface WebhookConfig {

    /** Hosts, with or without a port, that may be called although they are private or speak plain http. */
    Optional<List<String>> webhookAllow();
}

package org.nowrongdoor.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rows of the endpoints that only the tests have. */
public class ProvingGroundRules {

    @Produces
    @Singleton
    EndpointRule list() {
        return EndpointRule.read("GET", "/proving-ground");
    }

    @Produces
    @Singleton
    EndpointRule post() {
        return EndpointRule.read("POST", "/proving-ground");
    }

    @Produces
    @Singleton
    EndpointRule get() {
        return EndpointRule.read("GET", "/proving-ground/{id}");
    }

    @Produces
    @Singleton
    EndpointRule failure() {
        return EndpointRule.read("GET", "/proving-ground/failure");
    }

    @Produces
    @Singleton
    EndpointRule await() {
        return EndpointRule.read("GET", "/proving-ground/wait");
    }
}

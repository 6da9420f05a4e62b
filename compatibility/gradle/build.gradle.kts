plugins {
    java
}

repositories {
    mavenCentral()
    mavenLocal()
}

dependencies {
    implementation(platform("software.amazon.awssdk:bom:2.40.2"))
    implementation("software.amazon.awssdk:chimesdkmessaging")
    testImplementation(platform("org.junit:junit-bom:5.10.5"))
    testImplementation("io.github.chimefake:chime-messaging-fake-junit-jupiter:0.1.0-SNAPSHOT")
    testImplementation("org.junit.jupiter:junit-jupiter")
    testImplementation("org.assertj:assertj-core:3.27.7")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher")
    testRuntimeOnly("org.slf4j:slf4j-nop:1.7.36")
}

tasks.test {
    useJUnitPlatform()
}

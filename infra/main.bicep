// The bot on Azure Container Apps with PostgreSQL in a network of its own. README.md here leads through it.
// It is deployed twice: first without an image, which makes the registry to push one to; then with it, which makes the app and the bot.

@allowed(['dev', 'prod'])
param environmentName string

param location string = resourceGroup().location

@description('The application (client) id of the bot\'s app registration in Entra ID.')
param appId string

@secure()
@description('A client secret of that app registration.')
param appSecret string

@secure()
@description('Letters and digits only: it becomes part of a connection string.')
param databasePassword string

@secure()
@description('32 bytes in Base64: seals the addresses of anonymous reporters. Keep it; with another one they cannot be asked any more.')
param anonymityKey string

@description('Repository and tag in the registry that this makes, such as roadmapbot:1; empty as long as there is none.')
param image string = ''

@description('Tenants that may use the bot.')
param allowedTenants array = [tenant().tenantId]

param minReplicas int
param maxReplicas int
param databaseSku object
param databaseStorageGB int
param databaseBackupDays int
param databaseIsRedundant bool

@description('An OpenTelemetry collector instead of the environment\'s own agent; empty for the agent, which names itself to the app.')
param otlpEndpoint string = ''

@allowed(['http/protobuf', 'grpc'])
param otlpProtocol string = 'grpc'

@description('Whether to make a language model, which the bot then calls with its own identity, without a key.')
param withModel bool = false

param model object = { name: 'gpt-4o', version: '2024-11-20', capacity: 10 }

var name = 'roadmapbot-${environmentName}'
var unique = uniqueString(resourceGroup().id)
var tags = { application: 'roadmapbot', environment: environmentName }
var hasImage = !empty(image)
var port = 8080
var databaseUser = 'roadmapbot'
var databaseName = 'roadmapbot'
var appSecretName = 'teams-app-secret'
var connectionName = 'storage-connection'
var anonymityName = 'anonymity-key'

// Built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var mayPullImages = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var mayReadSecrets = '4633458b-17de-408a-b874-0445c86b69e6'
var mayCallModels = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

// Who the app is to the vault, the registry and the model. To Teams it is the app registration.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

// Network: the database has no address outside it.
resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/24'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }
}

resource appsSubnet 'Microsoft.Network/virtualNetworks/subnets@2023-11-01' existing = {
  parent: network
  name: 'apps'
}

resource databaseSubnet 'Microsoft.Network/virtualNetworks/subnets@2023-11-01' existing = {
  parent: network
  name: 'database'
}

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'
  tags: tags
}

resource databaseZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: databaseZone
  name: name
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}

// PostgreSQL
resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${unique}'
  location: location
  tags: tags
  sku: databaseSku
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: databaseStorageGB, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: databaseBackupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: databaseIsRedundant ? 'ZoneRedundant' : 'Disabled' }
    network: {
      delegatedSubnetResourceId: databaseSubnet.id
      privateDnsZoneArmResourceId: databaseZone.id
    }
  }
  dependsOn: [databaseZoneLink]
}

resource botDatabase 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: databaseName
  properties: { charset: 'UTF8' } // the bot names the collation of its columns itself
}

// Secrets
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'rb-${environmentName}-${unique}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource appSecretInVault 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: appSecretName
  properties: { value: appSecret }
}

resource anonymityInVault 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: anonymityName
  properties: { value: anonymityKey }
}

resource connectionInVault 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: connectionName
  properties: {
    value: 'Host=${database.properties.fullyQualifiedDomainName};Database=${databaseName};Username=${databaseUser};Password=${databasePassword};SSL Mode=VerifyFull;Maximum Pool Size=20'
  }
}

resource secretsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, mayReadSecrets)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', mayReadSecrets)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Images
resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'roadmapbot${environmentName}${unique}'
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

resource pullRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, mayPullImages)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', mayPullImages)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Logs and traces
resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
  }
}

// A preview version: no stable one up to 2025-01-01 has the OpenTelemetry agent.
resource apps 'Microsoft.App/managedEnvironments@2024-02-02-preview' = {
  name: name
  location: location
  tags: tags
  properties: {
    vnetConfiguration: { infrastructureSubnetId: appsSubnet.id }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    appInsightsConfiguration: { connectionString: insights.properties.ConnectionString }
    openTelemetryConfiguration: {
      tracesConfiguration: { destinations: ['appInsights'] }
      logsConfiguration: { destinations: ['appInsights'] }
    }
  }
}

var tenantSettings = [for (tenantId, index) in allowedTenants: { name: 'Teams__AllowedTenants__${index}', value: tenantId }]
var collectorSettings = empty(otlpEndpoint)
  ? []
  : [
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
      { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: otlpProtocol }
    ]

var modelSettings = withModel
  ? [
      { name: 'LanguageModel__Endpoint', value: 'https://${name}-${unique}.openai.azure.com/openai/v1/' }
      { name: 'LanguageModel__Model', value: model.name }
      { name: 'LanguageModel__Authentication', value: 'Entra' }
      { name: 'LanguageModel__ClientId', value: identity.properties.clientId }
    ]
  : []

resource app 'Microsoft.App/containerApps@2024-03-01' = if (hasImage) {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registry.properties.loginServer, identity: identity.id }]
      secrets: [
        { name: appSecretName, keyVaultUrl: '${vault.properties.vaultUri}secrets/${appSecretName}', identity: identity.id }
        { name: connectionName, keyVaultUrl: '${vault.properties.vaultUri}secrets/${connectionName}', identity: identity.id }
        { name: anonymityName, keyVaultUrl: '${vault.properties.vaultUri}secrets/${anonymityName}', identity: identity.id }
      ]
    }
    template: {
      containers: [
        {
          name: 'roadmapbot'
          image: '${registry.properties.loginServer}/${image}'
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(
            [
              { name: 'Teams__AppId', value: appId }
              { name: 'Teams__AppSecret', secretRef: appSecretName }
              { name: 'Teams__HomeTenant', value: tenant().tenantId }
              { name: 'Storage__Provider', value: 'PostgreSql' }
              { name: 'Storage__ConnectionString', secretRef: connectionName }
              { name: 'Anonymity__Key', secretRef: anonymityName }
            ],
            tenantSettings,
            collectorSettings,
            modelSettings
          )
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: port }, periodSeconds: 3, failureThreshold: 40 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: port }, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 6 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: port }, periodSeconds: 10, timeoutSeconds: 6, failureThreshold: 3 }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '50' } } }]
      }
    }
  }
  dependsOn: [secretsRole, pullRole, appSecretInVault, connectionInVault, anonymityInVault, botDatabase]
}

// The bot's registration, and the channel to Teams
resource bot 'Microsoft.BotService/botServices@2022-09-15' = if (hasImage) {
  name: '${name}-${unique}'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'RoadmapBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: appId
    msaAppTenantId: tenant().tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = if (hasImage) {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

// The language model, where one is wanted
resource models 'Microsoft.CognitiveServices/accounts@2024-10-01' = if (withModel) {
  name: '${name}-${unique}'
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: '${name}-${unique}'
    disableLocalAuth: true
  }
}

resource deployedModel 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = if (withModel) {
  parent: models
  name: model.name
  sku: { name: 'Standard', capacity: model.capacity }
  properties: {
    model: { format: 'OpenAI', name: model.name, version: model.version }
  }
}

resource modelRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withModel) {
  name: guid(resourceGroup().id, identity.id, mayCallModels)
  scope: models
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', mayCallModels)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output registryName string = registry.name
output domain string = hasImage ? app.properties.configuration.ingress.fqdn : ''
